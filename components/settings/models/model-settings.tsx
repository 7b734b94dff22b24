"use client";

import dynamic from "next/dynamic";
import { Card } from "@/components/ui/card";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ConnectionsCard } from "./connections-card";
import { KeptAnswersCard } from "./kept-answers-card";
import { PricesCard } from "./prices-card";
import { SlotsCard } from "./slots-card";

const CatalogueCard = dynamic(
  () => import("./catalogue/catalogue-card").then((module) => module.CatalogueCard),
  {
    loading: () => (
      <Card>
        <SkeletonRows rows={4} label="Loading the catalogue" />
      </Card>
    ),
  },
);

export function ModelSettings() {
  return (
    <>
      <ConnectionsCard />
      <CatalogueCard />
      <SlotsCard />
      <KeptAnswersCard />
      <PricesCard />
    </>
  );
}
