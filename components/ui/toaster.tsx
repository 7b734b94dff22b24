"use client";

import { useEffect, useState } from "react";
import { atLeisure } from "./first-picture";
import { Late } from "./late";
import { lateCode } from "./late-code";

const toasterCode = lateCode(async () => (await import("./late-toaster")).LateToaster);

/** Where news is shown. Its code comes after what the page is about. */
export function Toaster() {
  const [settled, setSettled] = useState(false);
  useEffect(() => atLeisure(() => setSettled(true)), []);
  return settled ? <Late code={toasterCode} props={{}} /> : null;
}
