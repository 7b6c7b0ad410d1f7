import type { ExampleFollowUp } from "./types.ts";

export const followUps: ExampleFollowUp[] = [
  {
    caseKey: "weduwe-spanje",
    helpedCitizen: "yes",
    helpedProfessional: "yes",
    conditionsKept: "yes",
    note: "De schuld bij haar familie is afgelost. Van de drie afgewezen aanvragen zijn er twee alsnog toegekend. Het signaal leidde tot de nieuwe beleidsregel SB1403.",
    signalTakenUp: "yes",
    learned: "Eerder bellen met een tolk. De eerste brief heeft zij nooit kunnen lezen.",
    agoDays: 1100,
  },
  {
    caseKey: "wajong-studiefinanciering",
    helpedCitizen: "yes",
    helpedProfessional: "yes",
    conditionsKept: "yes",
    note: "Het heeft gewerkt: hij werkt, geeft zijn inkomsten elke maand zelf door en lost de kleine schuld af in een tempo dat hij kan volhouden.",
    learned: "Bij het begin van een studie meteen samen de inkomsten doorgeven.",
    agoDays: 320,
  },
  {
    caseKey: "wajong-spanje",
    helpedCitizen: "no",
    helpedProfessional: "partly",
    conditionsKept: "yes",
    note: "Zij vindt het besluit onrechtvaardig, maar de uitleg eerlijk. De behandelaar kon de zaak beter loslaten omdat het signaal naar het ministerie ging. Een antwoord is er nog niet.",
    signalTakenUp: "no",
    learned: "Eerder zeggen dat wij de wet niet kunnen veranderen. De hoop was te groot.",
    agoDays: 350,
  },
  {
    caseKey: "wia-voorschot",
    helpedCitizen: "yes",
    helpedProfessional: "yes",
    conditionsKept: "yes",
    note: "Hij houdt elke maand iets over en heeft zich bij een werkcoach gemeld. Voor ongeveer 3.500 mensen met een open voorschot volgde een algemene oplossing.",
    agoDays: 880,
  },
  {
    caseKey: "niet-gemelde-stortingen",
    helpedCitizen: "partly",
    helpedProfessional: "yes",
    conditionsKept: "yes",
    note: "Hij lost af en meldt sindsdien alles. Hij vindt de uitkomst hard maar begrijpt waarom.",
    agoDays: 150,
  },
];
