import { AppError } from "@/workflows/errors/app-error";

/** Where a database is and what may be done there, as an administrator wrote it into a secret. */
export interface SqlServer {
  kind: "postgres" | "mysql";
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** `verify`: encrypted, by a certificate that is checked. `unchecked`: encrypted. `off`: in the clear. */
  tls: "verify" | "unchecked" | "off";
  /** It may stand in the private network. */
  allowPrivate: boolean;
  mayWrite: boolean;
}

export interface SqlFile {
  kind: "sqlite";
  /** Below the folder that the operator opened. */
  path: string;
  mayWrite: boolean;
}

export type SqlConnection = SqlServer | SqlFile;

const servers: Readonly<Record<string, { kind: SqlServer["kind"]; port: number }>> = {
  "postgres:": { kind: "postgres", port: 5432 },
  "postgresql:": { kind: "postgres", port: 5432 },
  "mysql:": { kind: "mysql", port: 3306 },
  "mariadb:": { kind: "mysql", port: 3306 },
};

const options: Readonly<Record<string, readonly string[]>> = {
  access: ["read", "write"],
  tls: ["verify", "unchecked", "off"],
  private: ["no", "yes"],
};

/**
 * Reads `postgres://user:password@host:5432/database?tls=off&private=yes&access=write`, the same with `mysql://`, or
 * `sqlite:folder/file.db?access=write`. No message quotes it: it holds a password.
 * @throws AppError invalid_input
 */
export function parseConnection(text: string): SqlConnection {
  const given = text.trim();
  if (!URL.canParse(given)) throw wrong("it is no address");
  const url = new URL(given);
  const chosen = chosenOptions(url.searchParams);
  const mayWrite = chosen.access === "write";
  if (url.protocol === "sqlite:") {
    const path = decoded(url.pathname.replace(/^\/+/, ""));
    if (!path || url.host) throw wrong("a SQLite file is written sqlite:folder/file.db");
    return { kind: "sqlite", path, mayWrite };
  }
  const server = servers[url.protocol];
  if (!server) throw wrong("it must begin with postgres://, mysql:// or sqlite:");
  const database = decoded(url.pathname.slice(1));
  if (!url.hostname || !database) throw wrong("it must name a host and a database");
  const tls = chosen.tls === "off" || chosen.tls === "unchecked" ? chosen.tls : "verify";
  return {
    kind: server.kind,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || server.port),
    user: decoded(url.username),
    password: decoded(url.password),
    database,
    tls,
    allowPrivate: chosen.private === "yes",
    mayWrite,
  };
}

function chosenOptions(params: URLSearchParams): Partial<Record<string, string>> {
  for (const [name, value] of params) {
    const known = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!known) throw wrong(`it knows no option but ${Object.keys(options).join(", ")}`);
    if (!known.includes(value)) throw wrong(`“${name}” is one of ${known.join(", ")}`);
  }
  return Object.fromEntries(params);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw wrong("a % in it begins no character: write it as %25");
  }
}

function wrong(why: string): AppError {
  return new AppError("invalid_input", `The secret holds no connection to a database: ${why}.`, {
    field: "connection",
    hint: "Write it like postgres://user:password@host:5432/database under Settings → Secrets.",
  });
}
