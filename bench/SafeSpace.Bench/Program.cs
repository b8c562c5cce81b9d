using SafeSpace.Bench;

// dotnet run -c Release --project bench/SafeSpace.Bench [-- PEOPLE CONTACTS SECONDS]        (SAFESPACE_DATABASE: on PostgreSQL)
// dotnet run -c Release --project bench/SafeSpace.Bench -- http [PEOPLE CONTACTS SECONDS]
// dotnet run -c Release --project bench/SafeSpace.Bench -- boards BOARDS CHANGES-A-SECOND SECONDS
// dotnet run -c Release --project bench/SafeSpace.Bench -- import ROWS [FILE...]
// dotnet run -c Release --project bench/SafeSpace.Bench -- value SIGNINS
// dotnet run -c Release --project bench/SafeSpace.Bench -- hidden TRIES
// dotnet run -c Release --project bench/SafeSpace.Bench -- groups GROUPS
if (args is ["empty", var address])
    return await EmptyApp.RunAsync(address);

if (args is ["value", var signIns])
    return await Values.RunAsync(int.Parse(signIns, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["hidden", var tries])
    return await Hidden.RunAsync(Whole(tries));
if (args is ["http", ..])
    return await HttpWork.RunAsync(new BenchPlan(Number(1, 10_000), Number(2, 100_000), Number(3, 10)));
if (args is ["http-serve", var thePeople, var theContacts])
    return await HttpWork.ServeAsync(new BenchPlan(Whole(thePeople), Whole(theContacts), 0));
if (args is ["groups", var groups])
    return await ManyGroups.RunAsync(Whole(groups));
if (args is ["boards", var many, var often, var long_])
    return await OpenBoards.RunAsync(Whole(many), Whole(often), Whole(long_));
if (args is ["boards-serve", var served, var made, var lasting])
    return await OpenBoards.ServeAsync(Whole(served), Whole(made), Whole(lasting));

if (args is ["import", var rows, .. var files])
    return await Imports.RunAsync(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture), files);

var plan = new BenchPlan(Number(0, 10_000), Number(1, 100_000), Number(2, 10));
await using var site = await BenchSite.StartAsync(plan);
foreach (var work in new Func<BenchSite, Task>[] { Searches.RunAsync, Registers.RunAsync, Reports.RunAsync, Upkeep.RunAsync, StartUp.RunAsync })
    await work(site);
return 0;

int Number(int at, int usual) => args.Length > at ? int.Parse(args[at], System.Globalization.CultureInfo.InvariantCulture) : usual;

static int Whole(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
