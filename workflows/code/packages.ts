/** Versions that exported code was tested with, those of the product itself. */
export const packageVersions: Readonly<Record<string, string>> = {
  "@langchain/anthropic": "1.5.11",
  "@langchain/core": "1.2.13",
  "@langchain/google": "0.2.6",
  "@langchain/langgraph": "1.4.18",
  "@langchain/openai": "1.6.0",
  "@marcbachmann/cel-js": "8.0.0",
  langchain: "1.5.14",
  "p-limit": "7.3.3",
  re2js: "2.10.0",
  zod: "4.6.7",
};

export const devPackageVersions: Readonly<Record<string, string>> = {
  "@types/node": "24.10.1",
  tsx: "4.23.15",
  typescript: "7.0.2",
};

export const overrides: Readonly<Record<string, string>> = { "@langchain/langgraph-sdk": "1.12.4" };
