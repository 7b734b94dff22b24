"use client";

import { useEffect, useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { afterPicture } from "@/components/ui/first-picture";
import { lateModule } from "@/components/ui/late-module";
import { listVersions } from "@/lib/api/client/addresses";
import type { GraphDocument } from "@/workflows/graph/document";
import { useAgent } from "../agent-context";
import { useEditor } from "../store/editor-context";

const hashing = lateModule(async () => (await import("@/workflows/graph/canonical")).semanticHash);

/** Whether the saved draft means something else than the live version, as it is now and not as it was opened. */
export function useChangedSinceLive(): boolean {
  const { agent } = useAgent();
  const saved = useEditor((state) => state.base);
  const isLive = agent.liveVersion !== null;
  const { data } = useEndpoint(listVersions, { params: { id: agent.id } }, { enabled: isLive });
  const live = data?.items.find((version) => version.live)?.hash;
  const hash = useHash(live === undefined ? undefined : saved);
  return isLive && (hash === undefined ? agent.changedSinceLive : hash !== live);
}

/** The hash of a document, the last one known until it has been worked out; undefined where none is wanted. */
function useHash(document: GraphDocument | undefined): string | undefined {
  const [hash, setHash] = useState<string>();
  useEffect(() => {
    if (!document) return;
    let gone = false;
    const cancel = afterPicture(() => {
      hashing.load().then(
        (semanticHash) => {
          if (!gone) setHash(semanticHash(document));
        },
        // What the server said last stays.
        () => {},
      );
    });
    return () => {
      gone = true;
      cancel();
    };
  }, [document]);
  return document && hash;
}
