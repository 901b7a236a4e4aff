// The benchmarks show the sites of these in a browser, each from the one file that it ships for that. What they depend
// on is never loaded, and would double what everybody installs.
const shippedAsOneFile = new Set([
  "@scalar/api-reference",
  "@stoplight/elements",
  "redoc",
  "swagger-ui-dist",
]);

module.exports = {
  hooks: {
    readPackage(manifest) {
      if (!shippedAsOneFile.has(manifest.name)) return manifest;
      return { ...manifest, dependencies: {}, peerDependencies: {} };
    },
  },
};
