using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class OnePersonsMemberships : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "one_with_id",
                table: "member",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "met_at",
                table: "centre_sign_in",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_centre_sign_in_person_id_day",
                table: "centre_sign_in",
                columns: new[] { "person_id", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_centre_sign_in_person_id_day",
                table: "centre_sign_in");

            migrationBuilder.DropColumn(
                name: "one_with_id",
                table: "member");

            migrationBuilder.DropColumn(
                name: "met_at",
                table: "centre_sign_in");
        }
    }
}
