using SafeSpace.Bench;

// dotnet run -c Release --project bench/SafeSpace.Bench [-- PEOPLE CONTACTS SECONDS]        (SAFESPACE_DATABASE: on PostgreSQL)
// dotnet run -c Release --project bench/SafeSpace.Bench -- import ROWS [FILE...]
if (args is ["empty", var address])
    return await EmptyApp.RunAsync(address);

if (args is ["import", var rows, .. var files])
    return await Imports.RunAsync(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture), files);

var plan = new BenchPlan(Number(0, 10_000), Number(1, 100_000), Number(2, 10));
await using var site = await BenchSite.StartAsync(plan);
foreach (var work in new Func<BenchSite, Task>[] { LogContacts.RunAsync, Searches.RunAsync, Registers.RunAsync, Reports.RunAsync, Upkeep.RunAsync, StartUp.RunAsync })
    await work(site);
return 0;

int Number(int at, int usual) => args.Length > at ? int.Parse(args[at], System.Globalization.CultureInfo.InvariantCulture) : usual;
