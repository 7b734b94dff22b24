"use client";

import { VersionsCard } from "../versions/list/versions-card";
import { AddressCard } from "./address-card";

/** The Publish tab: what is live, who may use it and where, and all versions. */
export function PublishPage() {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4 p-4 md:p-6">
        <AddressCard />
        <VersionsCard />
      </div>
    </div>
  );
}
