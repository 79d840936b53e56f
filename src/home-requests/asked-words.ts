// What may be asked of a home, from the lists in which homes themselves are recorded.
import { LANGUAGES, PETS, SKILLS } from '#carers'

const { another: _, ...skills } = SKILLS
export const SKILL_WORDS: Readonly<Record<string, string>> = skills
export const PETS_ASKED: Readonly<Record<string, string>> = PETS
/** `speaks Polish`: the word that homes answer. */
export const speaks = (language: string): string => `speaks ${language}`
export const LANGUAGE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  LANGUAGES.filter((one) => one !== 'another' && one !== 'English').map((one) => [speaks(one), one]),
)
