interface Manifest {
  name: string;
  description?: string;
  private?: boolean;
}

const manifests = import.meta.glob<Manifest>("../../../../packages/*/package.json", {
  eager: true,
  import: "default",
});

/** The packages of this project that others can install, as they describe themselves. */
export const packages = Object.values(manifests).flatMap(({ name, description, private: hidden = false }) =>
  hidden || description === undefined ? [] : [{ name, description }],
);
