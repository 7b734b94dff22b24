"use client";

import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { acceptedTypes } from "./take-files";

interface AttachButtonProps {
  label: string;
  multiple: boolean;
  /** Element that says what they are attached to. */
  describedBy?: string;
  onFiles: (files: File[]) => void;
}

/** Opens the dialog of the browser in which files are chosen. */
export function AttachButton({ label, multiple, describedBy, onFiles }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={acceptedTypes}
        multiple={multiple}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          target.value = "";
        }}
      />
      <IconButton
        icon={Paperclip}
        label={label}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      />
    </>
  );
}
