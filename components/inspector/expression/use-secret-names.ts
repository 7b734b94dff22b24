"use client";

import { useMemo } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useEditor } from "@/components/editor/store/editor-context";
import { listSecrets } from "@/lib/api/contract/workspace";
import { type Shapes, text } from "@/workflows/expressions/types/value-type";

const none: Shapes = {};

/** The workspace's secrets by name, for fields that may use them. Their values never leave the server. */
export function useSecretNames(wanted: boolean): Shapes {
  const readOnly = useEditor((state) => state.readOnly);
  const { data } = useEndpoint(listSecrets, {}, { enabled: wanted && !readOnly });
  return useMemo(() => {
    if (!data) return none;
    const fields = Object.fromEntries(data.items.map(({ name }) => [name, text]));
    return { secrets: { kind: "object", fields, others: "likely" } };
  }, [data]);
}
