"use client";

import { useState } from "react";
import type { PictureFormat } from "@/components/canvas/picture/take-picture";
import { usePicture } from "@/components/canvas/picture/use-picture";
import { download } from "@/components/exchange/download";
import { exportCode, exportJson } from "@/components/exchange/export-graph";
import type { ExportReport } from "@/components/exchange/export-notes";
import { toast } from "@/components/ui/toast";
import { useAgent } from "../agent-context";
import { useEditorStore } from "../store/editor-context";
import { nothingSelected } from "../store/selection";

/** Takes the draft out of the editor, as the person sees it now. */
export function useExports() {
  const { agent } = useAgent();
  const store = useEditorStore();
  const takePicture = usePicture();
  const [report, setReport] = useState<ExportReport | null>(null);

  async function code(): Promise<void> {
    const { document } = store.getState();
    try {
      const notes = await exportCode(document, agent);
      if (notes.length > 0) setReport({ notes, document });
      else toast.done("The project was exported");
    } catch (error) {
      toast.failed("The project could not be written", error);
    }
  }

  async function picture(format: PictureFormat): Promise<void> {
    try {
      store.getState().select(nothingSelected);
      download(`${agent.slug}.${format}`, await takePicture(format));
    } catch (error) {
      toast.failed("The picture could not be taken", error);
    }
  }

  return {
    json: () => exportJson(store.getState().document, agent),
    code,
    picture,
    report,
    closeReport: () => setReport(null),
  };
}
