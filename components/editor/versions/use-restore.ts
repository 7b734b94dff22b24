"use client";

import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/toast";
import { diff } from "@/workflows/graph/diff";
import type { GraphDocument } from "@/workflows/graph/document";
import { restored } from "@/workflows/graph/restored";
import { useAgent } from "../agent-context";
import { useEditorStore } from "../store/editor-context";

/**
 * Puts a version in the draft's place as one operation, and shows the draft: everybody who has it open sees it, one
 * undo takes it back. @throws Error with the reason where it cannot be done
 */
export function useRestore(): (number: number, version: GraphDocument) => void {
  const { agent } = useAgent();
  const store = useEditorStore();
  const router = useRouter();
  return (number, version) => {
    const { document, change, undo } = store.getState();
    const problem = change(diff(document, restored(document, version), `Restore version ${number}`));
    if (problem) throw new Error(problem.message);
    router.push(`/agents/${agent.id}`);
    toast.undo(`Version ${number} is the draft now`, () => void undo());
  };
}
