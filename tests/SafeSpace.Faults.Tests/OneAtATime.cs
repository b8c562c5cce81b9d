// Servers are started, stopped and killed here: one fault at a time, so that each is seen alone.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
