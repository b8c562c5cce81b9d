return await SafeSpace.Web.Cli.CommandLine.RunAsync(args);
