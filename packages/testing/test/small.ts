/** A contract with one operation. */
export const small = {
  openapi: "3.1.1",
  info: { title: "Pets", version: "1.0.0" },
  paths: {
    "/pets/{id}": {
      get: {
        operationId: "getPet",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 } },
          ...["answer", "type", "body"].map((name) => ({ name, in: "query", schema: { type: "string" } })),
        ],
        responses: {
          "200": {
            description: "The pet.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
          "404": {
            description: "No such pet.",
            content: {
              "application/json": {
                schema: { type: "object", required: ["error"], properties: { error: { type: "string" } } },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "name"],
        properties: { id: { type: "integer", minimum: 1 }, name: { type: "string" } },
      },
    },
  },
};
