"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import type { me } from "@/lib/api/contract/session";
import type { Permission } from "@/lib/auth/permissions";

export type Me = CallOutput<typeof me>;

const MeContext = createContext<Me | null>(null);

/** The studio's layout reads who is signed in on the server, so that no screen waits for it. */
export function MeProvider({ me: person, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={person}>{children}</MeContext>;
}

/** The signed-in person, their workspace, and whether they may do something there. Only inside the studio. */
export function useMe(): Me & { can: (permission: Permission) => boolean } {
  const person = useContext(MeContext);
  if (!person) throw new Error("useMe outside of the studio's layout");
  return { ...person, can: (permission) => person.permissions.includes(permission) };
}
