/** Versions that exported code was tested with, those of the product itself. */
export const packageVersions: Readonly<Record<string, string>> = {
  "@cfworker/json-schema": "4.1.6",
  "@langchain/anthropic": "1.5.11",
  "@langchain/aws": "1.4.5",
  "@langchain/core": "1.2.13",
  "@langchain/google": "0.2.6",
  "@langchain/langgraph": "1.4.18",
  "@langchain/ollama": "1.3.0",
  "@langchain/openai": "1.6.0",
  "@marcbachmann/cel-js": "8.0.0",
  "@mozilla/readability": "0.6.0",
  canonicalize: "5.1.0",
  convert: "8.0.2",
  "csv-parse": "7.0.3",
  "fast-xml-parser": "5.12.1",
  "hast-util-to-mdast": "10.1.3",
  "hast-util-to-text": "4.0.3",
  htmlparser2: "12.0.0",
  langchain: "1.5.14",
  linkedom: "0.18.12",
  luxon: "3.7.2",
  "mdast-util-gfm": "3.1.0",
  "mdast-util-to-markdown": "2.2.3",
  nodemailer: "10.6.0",
  mysql2: "3.24.6",
  "p-limit": "7.3.3",
  pg: "8.23.1",
  re2js: "2.10.0",
  zod: "4.6.7",
};

/** Types of a package are only for projects that use it. */
export const devPackageVersions: Readonly<Record<string, string>> = {
  "@types/luxon": "3.7.6",
  "@types/node": "24.10.1",
  "@types/pg": "8.23.1",
  tsx: "4.23.15",
  typescript: "7.0.2",
};

export const overrides: Readonly<Record<string, string>> = { "@langchain/langgraph-sdk": "1.12.4" };
