/** The schema of the forms on the page of a signal, fetched when somebody sends one. */
export const fetchSignalForm = () =>
  import("#app/schemas/signal.ts").then((module) => module.signalForm);
