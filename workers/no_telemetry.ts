/**
 * Keeps the ONNX runtime to itself; to be imported before it. Since 1.29 it reports processes and sessions to its maker,
 * under an id that it keeps in the home folder, unless it is told not to before it is loaded.
 *
 * @module
 */
// Native code reads it: this reaches the environment of the process, from any thread.
Deno.env.set("ORT_DISABLE_TELEMETRY", "1");
