// dependency-cruiser cannot read tsconfig paths with TypeScript 7, so it takes the alias from here.
module.exports = {
  resolve: { alias: { "@": __dirname }, extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
};
