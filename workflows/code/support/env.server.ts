import { AppError } from "@/workflows/errors/app-error";

/** A value from the environment; `.env.example` names them all. @throws AppError not_found */
export function env(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== "") return value;
  throw new AppError("not_found", `The environment variable ${name} is not set.`, {
    hint: "Copy .env.example to .env and fill it in.",
  });
}

/** Secrets as templates read them: `{{ secrets.NAME }}` stands in SECRET_NAME. @throws AppError not_found */
export function secretsOf(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, env(`SECRET_${name}`)]));
}
