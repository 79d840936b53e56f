// A word or sentence as it begins a line.
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
