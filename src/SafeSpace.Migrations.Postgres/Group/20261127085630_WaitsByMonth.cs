using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Postgres.Group
{
    /// <inheritdoc />
    public partial class WaitsByMonth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "referred_month",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    earlier = table.Column<int>(type: "integer", nullable: false),
                    gender = table.Column<string>(type: "text", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referred_month", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wait_month",
                columns: table => new
                {
                    month = table.Column<int>(type: "integer", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false),
                    hours = table.Column<byte[]>(type: "bytea", nullable: true),
                    waits = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wait_month", x => x.month);
                });

            migrationBuilder.CreateIndex(
                name: "ix_referred_month_month",
                table: "referred_month",
                column: "month");
            // What is in the store already is counted here, in the step's own transaction. Waits are worked out by the job, month by month.
            migrationBuilder.Sql("""
                INSERT INTO referred_month (id, month, earlier, gender, people)
                SELECT gen_random_uuid(), month, earlier, gender, count(*) FROM (
                    SELECT m.month, COALESCE(lag(m.month) OVER (PARTITION BY m.person_id ORDER BY m.month), 0) AS earlier, COALESCE(p.gender, '') AS gender
                    FROM (SELECT DISTINCT person_id, CAST(to_char(day, 'YYYYMM') AS integer) AS month FROM referral) AS m JOIN person p ON p.id = m.person_id) AS referred
                GROUP BY month, earlier, gender;
                """);
            migrationBuilder.Sql("INSERT INTO wait_month (month, changes) SELECT DISTINCT CAST(to_char(day, 'YYYYMM') AS integer), 1 FROM referral;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "referred_month");

            migrationBuilder.DropTable(
                name: "wait_month");
        }
    }
}
