using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class KeptFurther : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_person_case_not_contacted",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_opened_on",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_state_opened_on",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_team_opened_on",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_name_pair_surname_word_id_given_word_id",
                table: "name_pair");

            migrationBuilder.AddColumn<int>(
                name: "born_in",
                table: "name_pair",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("UPDATE name_pair SET born_in = (SELECT CAST(substr(p.date_of_birth, 1, 4) AS INTEGER) FROM person p WHERE p.id = name_pair.person_id);");

            migrationBuilder.CreateTable(
                name: "factor_day",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    figure = table.Column<string>(type: "TEXT", nullable: false),
                    factor = table.Column<string>(type: "TEXT", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_factor_day", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "referral_reach",
                columns: table => new
                {
                    referral_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tried_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_reach", x => x.referral_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_month_month_calls",
                table: "person_month",
                columns: new[] { "month", "calls" },
                filter: "month = 0");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_not_contacted",
                table: "person_case",
                columns: new[] { "opened_on", "person_id" },
                filter: "first_answered_at IS NULL AND state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_opened_on_person_id",
                table: "person_case",
                columns: new[] { "opened_on", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_case_state_opened_on_person_id",
                table: "person_case",
                columns: new[] { "state", "opened_on", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_case_team_opened_on_person_id",
                table: "person_case",
                columns: new[] { "team", "opened_on", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_name_pair_surname_word_id_given_word_id_born_in",
                table: "name_pair",
                columns: new[] { "surname_word_id", "given_word_id", "born_in" });

            migrationBuilder.CreateIndex(
                name: "ix_factor_day_day",
                table: "factor_day",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "factor_day");

            migrationBuilder.DropTable(
                name: "referral_reach");

            migrationBuilder.DropIndex(
                name: "ix_person_month_month_calls",
                table: "person_month");

            migrationBuilder.DropIndex(
                name: "ix_person_case_not_contacted",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_opened_on_person_id",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_state_opened_on_person_id",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_person_case_team_opened_on_person_id",
                table: "person_case");

            migrationBuilder.DropIndex(
                name: "ix_name_pair_surname_word_id_given_word_id_born_in",
                table: "name_pair");

            migrationBuilder.DropColumn(
                name: "born_in",
                table: "name_pair");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_not_contacted",
                table: "person_case",
                column: "opened_on",
                filter: "first_answered_at IS NULL AND state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_opened_on",
                table: "person_case",
                column: "opened_on");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_state_opened_on",
                table: "person_case",
                columns: new[] { "state", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_person_case_team_opened_on",
                table: "person_case",
                columns: new[] { "team", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_name_pair_surname_word_id_given_word_id",
                table: "name_pair",
                columns: new[] { "surname_word_id", "given_word_id" });
        }
    }
}
