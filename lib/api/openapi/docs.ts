import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import program from "@/package.json";
import { AppError } from "@/workflows/errors/app-error";
import type { Api } from "../api";
import { openApiDocument } from "./document";

/** Files of swagger-ui-dist that the page loads; nothing else of the package is served. */
const assets: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "favicon-32x32.png": "image/png",
};

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Signalbox API</title>
    <link rel="icon" href="/api/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <main id="swagger-ui"></main>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const startScript = `SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
});
`;

/** Only what this server itself sends; Swagger UI sets inline styles and draws icons from data: addresses. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The OpenAPI document of everything mounted, and a page to browse and try it. Needs no sign-in. */
export function mountDocs({ app, mounted }: Api): void {
  const document = JSON.stringify(openApiDocument(mounted, program.version));
  app.get("/api/openapi.json", () => send(document, "application/json"));
  app.get("/api/docs", () => send(page, "text/html; charset=utf-8"));
  app.get("/api/docs/start.js", () => send(startScript, "text/javascript; charset=utf-8"));
  app.get("/api/docs/:file", async (context) => {
    const file = context.req.param("file");
    const type = Object.hasOwn(assets, file) ? assets[file] : undefined;
    if (!type) throw new AppError("not_found", "There is no such page.");
    return send(await readFile(join(assetFolder(), file)), type);
  });
}

function send(body: string | Buffer<ArrayBuffer>, type: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "cache-control": "public, max-age=300",
      "content-security-policy": contentSecurityPolicy,
    },
  });
}

function assetFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
}
