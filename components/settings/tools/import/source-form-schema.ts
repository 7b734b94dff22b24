import { z } from "zod";
import { type ImportKind, importKinds, type SourceAuth, type SourceSettings } from "@/lib/api/contract/tools";
import type { Source } from "../items";

export const authTypes = ["none", "bearer", "header", "query", "basic", "oauth"] as const;

/** The form is flat where the contract is nested. */
export const sourceFormSchema = z
  .object({
    kind: z.enum(importKinds),
    from: z.enum(["address", "text"]),
    describedAt: z.string().trim(),
    document: z.string(),
    /** An MCP server is at an address, or a command of the operator. */
    via: z.enum(["address", "command"]),
    command: z.string(),
    address: z.string().trim(),
    authType: z.enum(authTypes),
    authName: z.string().trim(),
    username: z.string().trim(),
    secret: z.string(),
    grant: z.string(),
    allowPrivate: z.boolean(),
  })
  .superRefine((values, context) => {
    const miss = (path: keyof typeof values, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const isWeb = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? "");
    const web = "Enter an address that starts with http:// or https://";
    if (values.kind === "openapi" && values.from === "address" && !isWeb(values.describedAt))
      miss("describedAt", web);
    if (values.kind === "openapi" && values.from === "text" && !values.document.trim())
      miss("document", "Paste the description");
    if (isCommand(values)) {
      if (!values.command) miss("command", "Choose a command");
      return;
    }
    if ((values.kind !== "openapi" || values.address) && !isWeb(values.address)) miss("address", web);
    if (values.authType === "oauth") {
      if (!values.grant) miss("grant", "Sign in first");
      return;
    }
    if (values.authType !== "none" && !values.secret) miss("secret", "Choose a secret");
    if (["header", "query"].includes(values.authType) && !values.authName) miss("authName", "Enter a name");
    if (values.authType === "basic" && !values.username) miss("username", "Enter the user name");
  });
/** Whether it is started on the server instead of called over the network. */
function isCommand({ kind, via }: { kind: ImportKind; via: "address" | "command" }): boolean {
  return kind === "mcp" && via === "command";
}

export type SourceForm = z.infer<typeof sourceFormSchema>;

export function formOf(kind: ImportKind, source?: Source): SourceForm {
  const auth = source?.auth ?? { type: "none" };
  return {
    kind: source?.kind ?? kind,
    from: source?.pasted ? "text" : "address",
    describedAt: source?.describedAt ?? "",
    // It stays where it is stored: a newer one comes with a check for changes.
    document: source?.pasted ? "kept" : "",
    via: source?.command ? "command" : "address",
    command: source?.command ?? "",
    address: source?.address ?? "",
    authType: auth.type,
    authName: "name" in auth ? auth.name : "",
    username: "username" in auth ? auth.username : "",
    secret: "secret" in auth ? auth.secret : "",
    grant: "grant" in auth ? auth.grant : "",
    allowPrivate: source?.allowPrivate ?? false,
  };
}

export function settingsOf(form: SourceForm): SourceSettings & { kind: ImportKind } {
  const { kind, from, describedAt, address, command, allowPrivate } = form;
  if (isCommand(form)) {
    return { kind, describedAt: null, address: null, command, auth: { type: "none" }, allowPrivate: false };
  }
  return {
    kind,
    describedAt: kind === "openapi" && from === "address" ? describedAt : null,
    address: address || null,
    command: null,
    auth: authOf(form),
    allowPrivate,
  };
}

function authOf({ authType, authName: name, username, secret, grant }: SourceForm): SourceAuth {
  const auths: Record<SourceForm["authType"], SourceAuth> = {
    none: { type: "none" },
    bearer: { type: "bearer", secret },
    header: { type: "header", name, secret },
    query: { type: "query", name, secret },
    basic: { type: "basic", username, secret },
    oauth: { type: "oauth", grant },
  };
  return auths[authType];
}

/** The description, where it is pasted. */
export const documentOf = ({ kind, from, document }: SourceForm): string | undefined =>
  kind === "openapi" && from === "text" ? document : undefined;
