using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Postgres.Group
{
    /// <inheritdoc />
    public partial class Doors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "signed_off",
                table: "session",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "session_hours",
                table: "group_profile",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "key_mark",
                table: "chain_head",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_event", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_event_user_id_id",
                table: "account_event",
                columns: new[] { "user_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_event");

            migrationBuilder.DropColumn(
                name: "signed_off",
                table: "session");

            migrationBuilder.DropColumn(
                name: "session_hours",
                table: "group_profile");

            migrationBuilder.DropColumn(
                name: "key_mark",
                table: "chain_head");
        }
    }
}
