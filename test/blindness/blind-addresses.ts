import type { Place } from "../support/addresses.ts";
import { auditAddressesOf, type BlindItem } from "./blind-session.ts";

/** Every address to compare: those of the example, of the two sessions, and lists that could betray them. */
export function addresses(places: Place[], item: BlindItem, again: BlindItem): string[] {
  return [
    ...new Set([
      ...places.map(({ path }) => path),
      ...addressesOf(item),
      ...addressesOf(again),
      "/zittingen?toon=geweest",
      "/casussen?zoek=wet",
      "/casussen?zoek=volstrekt",
      "/precedenten?zoek=volstrekt",
      `/audit?casus=${item.caseNumber}`,
      `/audit?casus=${again.caseNumber}`,
      "/audit?soort=rating",
      "/audit?soort=mail",
      "/audit?soort=panel",
      "/audit?soort=scoring",
      "/audit?soort=case.read",
      "/audit/verwerkingen?doel=scoring",
      ...[item, again].flatMap(auditAddressesOf),
    ]),
  ].filter((path) => !path.includes("/uitloggen"));
}

export function addressesOf({ path, sessionId, caseId }: BlindItem): string[] {
  const parts = ["", "/panels", "/onthullen", "/uitkomst", "/beoordelen"];
  return [
    ...parts.map((part) => path + part),
    `${path}/beoordelen?stap=J1`,
    `${path}/beoordelen?stap=controle`,
    `/zittingen/${sessionId}`,
    `/zittingen/${sessionId}/bewerken`,
    `/casussen/${caseId}`,
    `/casussen/${caseId}/geschiedenis`,
    `/casussen/${caseId}/belangenconflict`,
    `/casussen/${caseId}/besluit`,
    `/casussen/${caseId}/status`,
  ];
}
