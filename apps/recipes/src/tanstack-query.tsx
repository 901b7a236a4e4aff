import type { MpcClient, TaskStatusFilter } from "@mpc-contract/client";
import { queryOptions, useQuery } from "@tanstack/react-query";

/** For `useQuery`, `prefetchQuery` and all else that takes options of a query. */
export function tasksQuery(mpc: MpcClient, status: TaskStatusFilter) {
  return queryOptions({
    queryKey: ["encryptions", { status }],
    // TanStack Query aborts the signal once nobody needs the answer.
    queryFn: ({ signal }) => mpc.encryptions.list({ status }, { signal }),
    // The client has retried what can be retried.
    retry: false,
  });
}

export function Tasks({ mpc, status }: { mpc: MpcClient; status: TaskStatusFilter }) {
  const { data, error } = useQuery(tasksQuery(mpc, status));
  if (error) return <p>{error.message}</p>;
  if (!data) return <p>Loading</p>;
  return (
    <ul>
      {data.task_array.map(({ create_time, task_id }) => (
        <li key={task_id}>
          {task_id}, created {create_time}
        </li>
      ))}
    </ul>
  );
}
