/** Roles of a workspace member, strongest first. */
export const roles = ["admin", "developer", "analyst", "viewer"] as const;
export type Role = (typeof roles)[number];

/** The one table that the API, the sockets and the screens ask. */
const table = {
  "workspace.manage": ["admin"],
  "member.read": ["admin", "developer", "analyst", "viewer"],
  "member.manage": ["admin"],
  "model.read": ["admin", "developer", "analyst", "viewer"],
  "model.manage": ["admin"],
  "secret.read": ["admin", "developer"],
  "secret.manage": ["admin"],
  "tool.read": ["admin", "developer", "analyst", "viewer"],
  "tool.manage": ["admin"],
  "tool.try": ["admin", "developer"],
  "tool.write": ["admin", "developer"],
  "key.manage": ["admin"],
  "agent.read": ["admin", "developer", "analyst", "viewer"],
  "agent.edit": ["admin", "developer"],
  "agent.publish": ["admin", "developer"],
  "agent.delete": ["admin", "developer"],
  "agent.chat": ["admin", "developer", "analyst", "viewer"],
  "run.read": ["admin", "developer", "analyst", "viewer"],
  "run.create": ["admin", "developer"],
  "run.cancel": ["admin", "developer"],
  "run.label": ["admin", "developer", "analyst"],
  "run.feedback": ["admin", "developer", "analyst"],
  "feedback.manage": ["admin"],
  "run.delete": ["admin", "developer"],
  "interrupt.read": ["admin", "developer", "analyst", "viewer"],
  "interrupt.answer": ["admin", "developer", "analyst"],
  "audit.read": ["admin", "analyst"],
  "system.read": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;
export const permissions = Object.keys(table).filter(isPermission);

export function isPermission(value: string): value is Permission {
  return Object.hasOwn(table, value);
}

/** Whether a member of this role may do it. */
export function roleMay(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = table[permission];
  return allowed.includes(role);
}

/** What an API key of each scope may do, on behalf of its workspace. */
export const keyScopes = ["run", "read", "manage"] as const;
export type KeyScope = (typeof keyScopes)[number];

const scopeTable: Record<KeyScope, readonly Permission[]> = {
  run: ["agent.chat", "run.cancel", "run.feedback", "interrupt.read", "interrupt.answer"],
  read: ["agent.read", "run.read", "model.read", "tool.read", "interrupt.read"],
  manage: [
    "agent.read",
    "agent.edit",
    "agent.publish",
    "agent.delete",
    "agent.chat",
    "run.read",
    "run.create",
    "run.cancel",
    "run.label",
    "run.feedback",
    "run.delete",
    "model.read",
    "tool.read",
    "interrupt.read",
    "interrupt.answer",
  ],
};

export function scopesMay(scopes: readonly KeyScope[], permission: Permission): boolean {
  return scopes.some((scope) => scopeTable[scope].includes(permission));
}
