import type { ModelConnection, SaidFacts } from "@/lib/models/connection";
import { providerOf } from "@/lib/models/providers/registry";
import { type KnownFacts, mergeFacts, type PlaceFacts } from "@/workflows/catalogue/facts";
import { regionSchema } from "@/workflows/catalogue/region";
import { clientFacts, knownFacts } from "./known-facts";

/** Everything that is known of a connection's model, and who says so. */
export function factsOf(connection: ModelConnection, model: string, said: SaidFacts | undefined): KnownFacts {
  return mergeFacts({
    client: clientFacts(connection),
    chosen: said?.chosen,
    provider: said?.provider,
    known: knownFacts(connection, model),
    connection: { ...addressed(connection), ...connection.facts },
  });
}

/** The region that is part of the address by which the provider is called. */
function addressed({ provider, settings }: ModelConnection): PlaceFacts {
  const { regionSetting } = providerOf(provider).definition;
  const region = regionSchema.safeParse(regionSetting && settings[regionSetting]);
  return region.success ? { region: region.data } : {};
}
