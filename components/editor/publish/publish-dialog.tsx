"use client";

import { useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useEditorUi, useEditorUiStore } from "../store/editor-ui";
import { PublishForm } from "./publish-form";
import { Published } from "./published";

/** Puts the draft live as the next version, and then says where to reach it. */
export function PublishDialog() {
  const open = useEditorUi((state) => state.publish);
  const ui = useEditorUiStore();
  const [version, setVersion] = useState<number | null>(null);
  const close = () => {
    ui.setState({ publish: false });
    setVersion(null);
  };
  return (
    <Dialog open={open} onOpenChange={(now) => !now && close()}>
      {version === null ? (
        <DialogContent
          title="Publish"
          description="The draft becomes the next version and goes live. Versions never change; you can go back to any of them."
          size="md"
        >
          <PublishForm onPublished={setVersion} onCancel={close} />
        </DialogContent>
      ) : (
        <DialogContent title={`Version ${version} is live`} size="md">
          <Published onClose={close} />
        </DialogContent>
      )}
    </Dialog>
  );
}
