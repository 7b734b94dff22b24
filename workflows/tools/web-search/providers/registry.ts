import { brave } from "./brave/provider";
import { exa } from "./exa/provider";
import type { SearchProvider } from "./provider";
import { searxng } from "./searxng/provider";
import { tavily } from "./tavily/provider";

export const searchProviderNames = ["searxng", "tavily", "brave", "exa"] as const;
export type SearchProviderName = (typeof searchProviderNames)[number];

export const searchProviders = { searxng, tavily, brave, exa } satisfies Record<
  SearchProviderName,
  SearchProvider
>;
