import type { Effect } from "@/lib/api/contract/tools";
import { isUnsafe } from "@/workflows/http/methods";
import type { Catalogue, Offer } from "../kind";
import { argumentsOf } from "./arguments";
import { type Document, operationSchema } from "./document";
import { readDocument } from "./read-document";

const methods = ["get", "post", "put", "patch", "delete", "head"] as const;

/** As much as every provider takes. */
const longestDescription = 1_000;

/**
 * The operations of a description.
 * @param from where it was fetched, to which the addresses of its servers may be relative
 * @throws AppError invalid_input
 */
export async function readCatalogue(text: string, from: string | null): Promise<Catalogue> {
  const document = await readDocument(text);
  const notes: string[] = [];
  const offers = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const given = item[method];
      if (given === undefined) return [];
      const offer = offerOf(path, method, given, item.parameters);
      if (typeof offer !== "string") return [offer];
      notes.push(`${method.toUpperCase()} ${path} is left out: ${offer}.`);
      return [];
    }),
  );
  return {
    title: document.info.title,
    version: document.info.version || null,
    address: serverOf(document, from),
    offers,
    notes,
  };
}

function offerOf(path: string, method: string, given: unknown, shared: unknown): Offer | string {
  const { data: operation } = operationSchema.safeParse(given);
  if (!operation) return "it cannot be read";
  const taken = argumentsOf(operation, Array.isArray(shared) ? shared : []);
  if (typeof taken === "string") return taken;
  const verb = method.toUpperCase();
  const title = operation.summary.trim() || operation.operationId || `${verb} ${path}`;
  const description = [operation.deprecated ? "Deprecated." : "", operation.summary, operation.description]
    .map((part) => part.trim())
    .filter((part, index, all) => part && all.indexOf(part) === index)
    .join("\n\n");
  return {
    key: `${verb} ${path}`,
    name: operation.operationId || `${method}_${path}`,
    group: operation.tags[0] ?? path.split("/").find((part) => part && !part.startsWith("{")) ?? "",
    title: title.slice(0, 200),
    contract: {
      description: (description || `${verb} ${path}`).slice(0, longestDescription),
      parameters: taken.parameters,
      effect: effectOf(verb),
      plan: { method: verb, path, ...taken.planned },
    },
  };
}

function effectOf(method: string): Effect {
  if (method === "GET" || method === "HEAD") return "read";
  return isUnsafe(method) ? "act" : "repeatable";
}

/** The first server's address, its variables at their defaults. */
function serverOf({ servers }: Document, from: string | null): string | null {
  const [server] = servers;
  if (!server?.url) return from && new URL("/", from).href.replace(/\/$/, "");
  const filled = server.url.replace(
    /\{([^}]+)\}/g,
    (_, name: string) => server.variables[name]?.default ?? "",
  );
  const url = URL.parse(filled, from ?? undefined);
  return url && /^https?:$/.test(url.protocol) ? url.href.replace(/\/$/, "") : null;
}
