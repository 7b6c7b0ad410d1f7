import type { ExampleOrganisation, ExamplePerson } from "./types.ts";

export const organisations: ExampleOrganisation[] = [
  { key: "lud", name: "Landelijke Uitkeringsdienst (voorbeeld)", kind: "national_agency" },
  { key: "waterrijk", name: "Gemeente Waterrijk (voorbeeld)", kind: "municipality" },
];

type Row = Omit<ExamplePerson, "organisation" | "email" | "key">;

/** "Joris van der Velde" becomes joris-van-der-velde and joris.vandervelde@… */
function person(organisation: ExamplePerson["organisation"], row: Row): ExamplePerson {
  const plain = row.name
    .normalize("NFD")
    .replace(/[\u0300-\u036f']/g, "")
    .toLowerCase();
  const [first, ...last] = plain.split(" ");
  return {
    key: plain.replaceAll(" ", "-"),
    email: `${first}.${last.join("")}@${organisation}.example`,
    organisation,
    ...row,
  };
}

const lud: Row[] = [
  { name: "Marieke Hoekstra", roles: ["coordinator"] },
  { name: "Yassin el Amrani", roles: ["coordinator"] },
  { name: "Femke Brouwers", roles: ["submitter"] },
  { name: "Dewi Santoso", roles: ["submitter"] },
  { name: "Rachid Bouzian", roles: ["submitter"] },
  { name: "Annelies Terpstra", roles: ["assessor"], perspective: "legal" },
  { name: "Kwame Mensah", roles: ["assessor"], perspective: "legal" },
  { name: "Joris van der Velde", roles: ["assessor"], perspective: "financial" },
  { name: "Sunita Ramdin", roles: ["assessor"], perspective: "financial" },
  { name: "Esra Yildirim", roles: ["assessor"], perspective: "societal" },
  { name: "Thijs Kuipers", roles: ["assessor"], perspective: "societal" },
  { name: "Ingrid Wolters", roles: ["decision_maker"] },
  { name: "Orlando Martina", roles: ["decision_maker"] },
  { name: "Nienke Postma", roles: ["policy_advisor"] },
  { name: "Bram Verhagen", roles: ["policy_advisor"] },
  { name: "Hülya Demir", roles: ["executive"] },
  { name: "Gerrit Oosting", roles: ["auditor"] },
  { name: "Lotte Siemons", roles: ["administrator"] },
  { name: "Wei Ling Tan", roles: ["privacy_officer"] },
];

const waterrijk: Row[] = [
  { name: "Sanne Dijkgraaf", roles: ["coordinator"] },
  { name: "Mustafa Kaplan", roles: ["submitter"] },
  { name: "Carlijn Reijnders", roles: ["assessor"], perspective: "legal" },
  { name: "Pieter Nauta", roles: ["assessor"], perspective: "financial" },
  { name: "Amina Warsame", roles: ["assessor"], perspective: "societal" },
  { name: "Ruud Engelen", roles: ["decision_maker"] },
  // Two roles: policy advisor, and stands in for the only coordinator.
  { name: "Shanti Biharie", roles: ["policy_advisor", "coordinator"] },
  { name: "Daan Olthof", roles: ["policy_advisor"] },
  { name: "Jolanda Prins", roles: ["administrator"] },
  { name: "Karim Haddou", roles: ["executive"] },
];

export const people: ExamplePerson[] = [
  ...lud.map((row) => person("lud", row)),
  ...waterrijk.map((row) => person("waterrijk", row)),
];
