"use client";

import { useState } from "react";
import { z } from "zod";
import { useMe } from "@/components/data/use-me";
import { bySchema, readStored, writeStored } from "@/components/editor/panels/stored";

/** As many as are taken in at a glance. */
const MOST = 4;
const read = bySchema(z.array(z.string()));

/** The node types this person added last, newest first, in every agent of this browser. */
export function useRecentTypes(): { recent: readonly string[]; remember: (type: string) => void } {
  const { user } = useMe();
  const key = `signalbox.recent-nodes.${user.id}`;
  const [recent, setRecent] = useState(() => readStored(key, read) ?? []);
  const remember = (type: string) => {
    const next = [type, ...recent.filter((other) => other !== type)].slice(0, MOST);
    setRecent(next);
    writeStored(key, next);
  };
  return { recent, remember };
}
