/** Het jaarverslag, en wat alleen op papier staat. */
const texts = {
  title: "Jaarverslag {{year}}",
  lead: "Het jaar in cijfers, met een toelichting. De cijfers zijn van {{date}}.",
  notOver: "{{year}} is nog niet voorbij. Dit zijn de cijfers tot nu toe.",
  how: "Schrijf op wat het getal betekent, wat opviel en wat u ermee doet. Schrijf geen namen van burgers op. Een leeg veld komt niet in het verslag.",
  sections: { foreword: "Vooraf", ahead: "Vooruitblik" },
  write: "Schrijf een toelichting: {{about}}",
  rewrite: "Wijzig de toelichting: {{about}}",
  label: "Toelichting: {{about}}",
  hint: "Een lege regel begint een nieuwe alinea.",
  written: "Laatst gewijzigd door {{name}}, {{date}}.",
  remarks: "Toelichting",
  links: "Jaarverslagen",
  link: "Jaarverslag {{year}}",
  pdf: {
    page: "Pagina {{page}} van {{count}}",
    download: "Download het jaarverslag als PDF",
    checkpoint: "Plaats in het logboek",
    checkpointText:
      "Dit is het controlepunt van het logboek waarin dit besluit is vastgelegd. Wie het bewaart, kan later nagaan of het logboek nog hetzelfde is.",
  },
} as const;
export default texts;
