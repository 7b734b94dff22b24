"use client";

import { useEffect } from "react";
import { signInAddress } from "@/components/data/sign-in-address";
import { Spinner } from "@/components/ui/spinner";

/** Leads to the sign-in page and back to this address afterwards, which a layout on the server does not know. */
export function SignInRedirect() {
  useEffect(() => location.replace(signInAddress(location)), []);
  return (
    <div className="grid h-dvh place-items-center">
      <Spinner label="Going to the sign-in page" />
    </div>
  );
}
