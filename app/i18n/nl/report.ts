/** Het jaarverslag, en wat alleen op papier staat. */
const texts = {
  pdf: {
    page: "Pagina {{page}} van {{count}}",
    checkpoint: "Plaats in het logboek",
    checkpointText:
      "Dit is het controlepunt van het logboek waarin dit besluit is vastgelegd. Wie het bewaart, kan later nagaan of het logboek nog hetzelfde is.",
  },
} as const;
export default texts;
