/** Places where a merged text still holds both people’s words, `⟦…⟧⟦…⟧`; a bracket left alone counts as one too. */
export const clashesIn = (text: string): number => Math.ceil((text.match(/[⟦⟧]/gu)?.length ?? 0) / 4)
