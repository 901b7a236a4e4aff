// Imports a program, has it list tasks, and ends as soon as their IDs are printed.
const [program, endpoint] = process.argv.slice(2);
const { list } = await import(program);
const { task_array } = await list(endpoint);
process.stdout.write(task_array.map(({ task_id }) => task_id).join(), () => process.exit());
