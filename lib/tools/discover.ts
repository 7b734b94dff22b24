import type { z } from "zod";
import type { discoverTools, SourceSettings } from "@/lib/api/contract/tools";
import { AppError } from "@/workflows/errors/app-error";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { hashOf } from "./contract";
import type { Catalogue } from "./kinds/kind";
import { kindOf } from "./kinds/registry";
import { reachOf, type WayToSources } from "./reach";
import { freeName } from "./valid-name";

export type ShownCatalogue = z.input<typeof discoverTools.response>;

/** Asks a source what it has. @throws AppError invalid_input, http_failed, egress_refused, not_found */
export async function catalogueOf(
  way: WayToSources,
  workspaceId: string,
  settings: SourceSettings,
  document: string | null,
  onStderr?: (text: string) => void,
): Promise<Catalogue> {
  const reach = await reachOf(way, workspaceId, settings, onStderr);
  return kindOf(settings.kind).discover(settings, document, reach);
}

/** Names what was seen, so that what is chosen from it is what is taken over. */
export const fingerprintOf = ({ offers }: Catalogue): string => hashOf(offers);

/** @throws AppError conflict where the source has changed since it was looked at */
export function requireSeen(catalogue: Catalogue, fingerprint: string): void {
  if (fingerprintOf(catalogue) === fingerprint) return;
  throw new AppError(
    "conflict",
    "The source has changed since you looked at it. Look again and choose anew.",
  );
}

/** @param chosen keys of those that are tools already */
export function shown(catalogue: Catalogue, chosen: ReadonlySet<string>): ShownCatalogue {
  const taken = new Set<string>();
  const { title, version, address, notes, offers } = catalogue;
  return {
    title,
    version,
    address,
    notes: notes.slice(0, 100),
    fingerprint: fingerprintOf(catalogue),
    offers: offers.map(({ key, group, name, title: told, contract }) => ({
      key,
      group,
      name: freeName(name, taken),
      title: told,
      description: contract.description,
      arguments: namesOf(contract.parameters),
      effect: contract.effect,
      chosen: chosen.has(key),
    })),
  };
}

function namesOf({ properties = {}, required = [] }: JsonObject): { name: string; required: boolean }[] {
  const needed = Array.isArray(required) ? required : [];
  return Object.keys(jsonObjectSchema.parse(properties))
    .map((name) => ({ name, required: needed.includes(name) }))
    .sort((one, other) => Number(other.required) - Number(one.required));
}
