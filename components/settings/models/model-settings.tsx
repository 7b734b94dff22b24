"use client";

import { ConnectionsCard } from "./connections-card";
import { PricesCard } from "./prices-card";

export function ModelSettings() {
  return (
    <>
      <ConnectionsCard />
      <PricesCard />
    </>
  );
}
