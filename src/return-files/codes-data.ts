// The code sets of the return, dated: a set holds from the collection year named until the next one (2025 is 2024/25).

type Dated = Readonly<Record<number, string>>

export const codeSets = {
  SEX: { 2023: '1 2', 2025: 'F M U' },
  ETHNIC: {
    2023: 'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
  },
  RNE: { 2023: 'S P L T U B' },
  LS: { 2023: 'C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3' },
  CIN: { 2023: 'N1 N2 N3 N4 N5 N6 N7 N8' },
  PLACE: {
    2023: 'A3 A4 A5 A6 H5 K1 K2 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1',
    2025: 'A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1',
    2026: 'A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z11 Z12 Z13 Z14',
  },
  PLACE_PROVIDER: { 2023: 'PR0 PR1 PR2 PR3 PR4 PR5' },
  REC: { 2023: 'E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17 X1' },
  REASON_PLACE_CHANGE: { 2023: 'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER' },
  REVIEW_CODE: { 2023: 'PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7' },
  SDQ_REASON: { 2023: 'SDQ1 SDQ2 SDQ3 SDQ4 SDQ5' },
  IN_TOUCH: { 2023: 'YES NO DIED REFU NREQ RHOM' },
  ACTIV: { 2023: 'F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 0' },
  ACCOM: { 2023: 'B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S2 T1 T2 U1 U2 V1 V2 W1 W2 X2 Y1 Y2 Z1 Z2 0' },
  SEX_ADOPTR: { 2023: 'M1 F1 MM FF MF' },
  LS_ADOPTR: { 2023: 'L0 L11 L12 L2 L3 L4' },
  NB_ADOPTR: { 2023: '1 2' },
  REASON_PLACED_CEASED: { 2023: 'RD1 RD2 RD3 RD4' },
  PREV_PERM: { 2023: 'P1 P2 P3 P4 Z1' },
  MISSING: { 2023: 'M A' },
  SW_REASON: { 2024: 'MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS' },
  /** Every field that is answered yes or no. */
  yesOrNo: { 2023: '0 1' },
  unknownUpn: { 2023: 'UN1 UN2 UN3 UN4 UN5' },
  foster: { 2023: 'U1 U2 U3 U4 U5 U6' },
  placedForAdoption: { 2023: 'A3 A4 A5 A6' },
  temporary: { 2023: 'T0 T1 T2 T3 T4' },
  respite: { 2023: 'V3 V4' },
  adopted: { 2023: 'E11 E12' },
  specialGuardianship: { 2023: 'E45 E46 E47 E48' },
  /** Placements that name no provider. */
  withoutProvider: { 2023: 'T0 T1 T2 T3 T4 Z1', 2026: 'T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14' },
  /** Placements that Ofsted does not register. */
  withoutUrn: {
    2023: 'H5 P1 P2 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z1',
    2025: 'P1 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z1',
    2026: 'P1 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14',
  },
  /** Placements in one building, whose postcode has to be the provider's. */
  inOneBuilding: { 2023: 'K1 K2 R3 S1', 2025: 'K1 K2 K3 R3 S1' },
  /** Areas outside England, and places that are kept confidential. */
  outsideEngland: { 2023: 'CON NIR SCO WAL NUK' },
} as const satisfies Record<string, Dated>

export type CodeSetName = keyof typeof codeSets
