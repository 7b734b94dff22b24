/** Colours of groups and stickies, by name: what they look like is the theme's matter. */
export const paperColors = ["slate", "blue", "green", "amber", "red", "violet"] as const;
